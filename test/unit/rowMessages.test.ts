import { noResult } from '../../bulk/results';
import { refuseRounded } from '../../n8n/load/roundedNumber';
import { explainRow, rowCodes } from '../../nodes/Altur/contact/add/rowProblems';
import { readPhone } from '../../packages/octopush/nodes/Octopush/contact/phoneNumber';
import { foreseeRefusal } from '../../packages/oliai/nodes/OliAi/contact/bulkUpsert/refusedRow';

/** As many characters are read in n8n's table without scrolling, in two or three lines. */
const fit = 130;

const ofOctopush = (typed: string | undefined, country?: string) => {
	const read = readPhone(typed, country, 0);
	return 'refused' in read ? read.refused.message : '';
};

describe('What a failed row says', () => {
	it.each([
		...[...rowCodes].flatMap((code) => [
			explainRow(code, '5512345678').message,
			explainRow(code, '5512345678', 'MX').message,
			explainRow(code, '55 1234 5678', 'a city, or what a column holds').message,
			explainRow(code, 'Av. Insurgentes Sur').message,
			explainRow(code, '+525512345678').message,
		]),
		noResult.problem?.message ?? '',
		refuseRounded(0, '5.21E+11').refused.message,
		refuseRounded(0, '521000000000').refused.message,
		ofOctopush(undefined),
		ofOctopush('0612'),
		ofOctopush('0612', 'FR'),
		foreseeRefusal({ phoneNumber: '98100000' }, false)?.message ?? '',
	])('fits into a table: %s', (message) => {
		expect(message).not.toBe('');
		expect(message.length).toBeLessThanOrEqual(fit);
	});
});
