const { spawn } = require('node:child_process');
const { readdir, rm, writeFile } = require('node:fs/promises');
const { build: bundle } = require('esbuild');
const { src, dest, series, parallel, watch } = require('gulp');
require('tsx/cjs');
const { numberingPlans } = require('./scripts/numberingPlans');
const { thirdPartyLicenses } = require('./scripts/thirdPartyLicenses');

/** Each package is built from its own nodes and credentials into its own dist. */
const packages = ['.', 'packages/*'];
const entries = ['nodes/**/*.node.ts', 'credentials/**/*.credentials.ts'];
const assets = ['nodes/**/*.{svg,node.json}'];

const below = (patterns) => packages.flatMap((folder) => patterns.map((pattern) => `${folder}/${pattern}`));

/** What every n8n ships and lets community nodes load; everything else becomes part of the bundle. */
const external = ['n8n-workflow', 'zod', 'luxon'];

function run(command, ...args) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { stdio: 'inherit' });
		child.on('error', reject);
		child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`))));
	});
}

const types = () => run(process.execPath, require.resolve('typescript/bin/tsc'));

async function clean() {
	const folders = (await readdir('packages', { withFileTypes: true }).catch(() => []))
		.filter((entry) => entry.isDirectory())
		.map((entry) => `packages/${entry.name}/dist`);
	await Promise.all(['dist', ...folders].map((folder) => rm(folder, { recursive: true, force: true })));
}

async function code() {
	const files = [];
	await new Promise((resolve, reject) => {
		src(below(entries), { read: false, base: '.' })
			.on('data', (file) => files.push(file.relative))
			.on('end', resolve)
			.on('error', reject);
	});
	const inputs = new Map();
	for (const [folder, bundled] of await Promise.all(files.map(bundleEntry))) {
		inputs.set(folder, [...(inputs.get(folder) ?? []), ...bundled]);
	}
	for (const [folder, ofFolder] of inputs) {
		const licenses = thirdPartyLicenses(ofFolder);
		if (licenses) await writeFile(`${folder}dist/THIRD-PARTY-LICENSES.txt`, licenses);
	}
}

/**
 * Readable, because people and n8n's scan read what is published.
 *
 * @returns the folder of its package, and the files that went into it
 */
async function bundleEntry(file) {
	const [folder, path] = split(file);
	const { metafile } = await bundle({
		entryPoints: [file],
		outfile: `${folder}dist/${path.replace(/\.ts$/, '.js')}`,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		external,
		plugins: [numberingPlans],
		charset: 'utf8',
		legalComments: 'inline',
		logLevel: 'warning',
		metafile: true,
	});
	return [folder, Object.keys(metafile.inputs)];
}

function split(file) {
	const match = /^(packages\/[^/]+\/)?(.*)$/.exec(file.replaceAll('\\', '/'));
	return [match[1] ?? '', match[2]];
}

function copyAssets() {
	return src(below(assets), { base: '.', encoding: false }).pipe(
		dest((file) => {
			const [folder] = split(file.relative);
			file.base = `${file.cwd}/${folder}`;
			return `${folder}dist`;
		}),
	);
}

const build = series(clean, types, parallel(code, copyAssets));

exports.clean = clean;
exports.build = build;
exports.bundle = parallel(code, copyAssets);
exports.watch = () =>
	watch(
		below(['nodes/**', 'credentials/**']).concat('bulk/**', 'n8n/**'),
		{ ignoreInitial: false },
		exports.bundle,
	);
exports.default = build;
