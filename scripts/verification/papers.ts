/** What n8n asks of the README of a package that it verifies, and the headings under which a README here has it. */
const parts = [
	{ what: 'how it is installed', heading: /^## Install/m },
	{ what: 'the credential', heading: /^## Credential/m },
	{ what: 'what it can do', heading: /^## (Operations|Campaigns)/m },
	{ what: 'an example workflow', heading: /^## Examples/m },
	{ what: 'the versions of n8n', heading: /^## Compatibility|^\| Compatible with/m },
	{ what: 'the licence', heading: /\[MIT\]\(LICENSE\.md\)/ },
];

/** @returns a line for each part that a README lacks */
export function readmeFlaws(readme: string): string[] {
	return parts
		.filter(({ heading }) => !heading.test(readme))
		.map(({ what }) => `README.md: ${what} is missing`);
}

/**
 * Looks whether the workflow that publishes does so with npm's provenance, and only what its tag names.
 *
 * @param workflow the text of `.github/workflows/release.yml`
 * @param tags how the tags of the packages begin
 * @returns a line for each thing that is not so
 */
export function releaseFlaws(workflow: string, tags: readonly string[]): string[] {
	const wanted: Array<[RegExp, string]> = [
		[/^\s*id-token: write$/m, 'may not ask npm for provenance (id-token: write)'],
		[/npm publish .*--provenance/, 'publishes without --provenance'],
		[/npm publish .*--access public/, 'does not say that the package is public'],
		[/npm run test:fast/, 'publishes untested'],
	];
	return [
		...wanted.filter(([pattern]) => !pattern.test(workflow)).map(([, flaw]) => `release.yml ${flaw}`),
		...tags.filter((tag) => !workflow.includes(`'${tag}*'`)).map((tag) => `release.yml knows no tag ${tag}*`),
	];
}

/** What a document lists by numbers under a heading, one line each. */
export function numberedUnder(document: string, heading: string): string[] {
	const section = document.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
	return [...section.matchAll(/^\d+\. (.*(?:\n {3}.*)*)/gm)].map(([, text = '']) =>
		text.replace(/\n\s+/g, ' '),
	);
}
