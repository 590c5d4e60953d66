import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { expectedCalls } from './contacts/calls';
import { columns, expected, sheetRows } from './contacts/sheet';
import { repository } from './repository';

/** The sample sheet as CSV, comma separated, with a title line. */
export function contactsCsv(): string {
	return stringify(sheetRows(), { header: true, columns: [...columns] });
}

/** The counts one run of the main example gives, and what comes of the calls to its people, as JSON. */
export function expectedJson(): string {
	return `${JSON.stringify({ ...expected, calls: expectedCalls() }, null, '\t')}\n`;
}

if (require.main === module) {
	writeFileSync(join(repository, 'examples', 'contacts.csv'), contactsCsv());
	writeFileSync(join(repository, 'examples', 'expected.json'), expectedJson());
}
