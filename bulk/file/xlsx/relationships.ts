import { partPath, type Parts } from './parts';
import { readXml } from './xmlParser';

/** Which part of a workbook another one points to. */
export interface Relationship {
	/** The last word of its type, which is the same in both namespaces of the standard: `worksheet`, `styles`. */
	type: string;
	path: string;
}

/**
 * Reads the relationships of a part (ECMA-376 part 2, 6.5); none when there is no list of them.
 *
 * @param path of the part; '' for the workbook as a whole
 * @returns by their IDs
 * @throws FileProblem when the list is damaged
 */
export async function readRelationships(parts: Parts, path: string): Promise<Map<string, Relationship>> {
	const relationships = new Map<string, Relationship>();
	const at = path.lastIndexOf('/') + 1;
	const folder = path.slice(0, at);
	const listPath = `${folder}_rels/${path.slice(at)}.rels`;
	if (!parts.has(listPath)) return relationships;
	await readXml(parts.readSmall(listPath), listPath, {
		open(name, { Id, Type = '', Target, TargetMode }) {
			if (name !== 'Relationship' || Id === undefined || Target === undefined || TargetMode === 'External')
				return;
			relationships.set(Id, {
				type: Type.slice(Type.lastIndexOf('/') + 1),
				path: partPath(Target, folder),
			});
		},
		close() {},
	});
	return relationships;
}
