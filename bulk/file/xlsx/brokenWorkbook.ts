import { FileProblem } from '../fileProblem';

/** @param what is wrong with the workbook, a sentence about it */
export function brokenWorkbook(what: string): FileProblem {
	return new FileProblem(
		'BROKEN_WORKBOOK',
		what,
		'Open it in Excel, which repairs some workbooks, save it anew as .xlsx or "CSV UTF-8", and give this node that file.',
	);
}
