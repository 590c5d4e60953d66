import { FileProblem } from '../fileProblem';
import type { Parts } from './parts';
import { readRelationships, type Relationship } from './relationships';
import { readXml, type Attributes } from './xmlParser';

/** A sheet with cells. */
export interface Sheet {
	name: string;
	isHidden: boolean;
	/** Of its part. */
	path: string;
}

/** What a workbook says of itself. */
export interface Workbook {
	/** In the order of their tabs, without sheets of charts, dialogs or macros. */
	sheets: readonly Sheet[];
	/** Whether its days are counted from 1904 on, as old Excel for Mac did, and not from 1900. */
	isFrom1904: boolean;
	/** The path of its styles, and of the texts that its cells share. */
	stylesPath?: string;
	sharedStringsPath?: string;
}

const usualPath = 'xl/workbook.xml';

/**
 * Reads the list of sheets.
 *
 * @throws FileProblem when it is damaged, or there is no sheet with cells
 */
export async function readWorkbookPart(parts: Parts): Promise<Workbook> {
	const path = await findWorkbookPart(parts);
	const relationships = await readRelationships(parts, path);
	const sheets: Sheet[] = [];
	let isFrom1904 = false;
	await readXml(parts.readSmall(path), path, {
		open(name, attributes) {
			// Newer versions of Excel add a second element of that name, with other attributes.
			if (name === 'workbookPr') isFrom1904 ||= isTrue(attributes.date1904);
			if (name !== 'sheet') return;
			const relationship = relationships.get(relationshipId(attributes) ?? '');
			if (relationship?.type !== 'worksheet') return;
			sheets.push({
				name: attributes.name ?? '',
				isHidden: attributes.state === 'hidden' || attributes.state === 'veryHidden',
				path: relationship.path,
			});
		},
		close() {},
	});
	if (sheets.length === 0) throw noSheet();
	return {
		sheets,
		isFrom1904,
		stylesPath: pathOfType(relationships, 'styles'),
		sharedStringsPath: pathOfType(relationships, 'sharedStrings'),
	};
}

async function findWorkbookPart(parts: Parts): Promise<string> {
	if (parts.has(usualPath)) return usualPath;
	return pathOfType(await readRelationships(parts, ''), 'officeDocument') ?? usualPath;
}

function pathOfType(relationships: ReadonlyMap<string, Relationship>, type: string): string | undefined {
	return [...relationships.values()].find((relationship) => relationship.type === type)?.path;
}

/** It is `r:id` as a rule, but programs give the namespace other prefixes. */
function relationshipId(attributes: Attributes): string | undefined {
	const name = Object.keys(attributes).find((key) => key.endsWith(':id'));
	return name === undefined ? undefined : attributes[name];
}

function noSheet(): FileProblem {
	return new FileProblem(
		'SHEET_NOT_FOUND',
		'The workbook has no sheet with cells',
		'Open it in Excel, copy the contacts into a sheet of their own, save it as .xlsx, and give this node that file.',
	);
}

function isTrue(value: string | undefined): boolean {
	return value === '1' || value === 'true' || value === 'on';
}
