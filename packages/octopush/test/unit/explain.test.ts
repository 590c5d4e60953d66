import type { Failure } from '../../../../bulk/request/failure';
import { kindOfRefusal } from '../../nodes/Octopush/refusal';
import { explainFailure } from '../../nodes/Octopush/errors';

const refused = (body: unknown): Failure => ({
	kind: kindOfRefusal({ status: 400, headers: {}, body }) ?? 'refused',
	status: 400,
	body,
	attempts: 1,
	mayHaveBeenApplied: false,
});

describe('The numeric codes of Octopush', () => {
	it.each([
		[101, 'unauthorized', 'Octopush does not accept the API login or the API key'],
		[104, 'paymentRequired', 'The Octopush account is out of credit'],
		[113, 'forbidden', 'The Octopush account is not validated yet'],
		[117, 'refused', 'None of the phone numbers is correct'],
		[121, 'refused', 'The STOP mention is missing'],
		[150, 'refused', 'A phone number is not valid'],
	])('%i is %s: %s', (code, kind, message) => {
		const failure = refused({ code, message: '' });
		expect(failure.kind).toBe(kind);
		expect(explainFailure(failure)).toMatchObject({ code: String(code) });
		expect(explainFailure(failure).message).toContain(message);
	});

	it('that nobody has documented are told with what Octopush says', () => {
		expect(explainFailure(refused({ code: 777, message: 'Something new' }))).toMatchObject({
			code: '777',
			message: 'Octopush refused the request, HTTP 400. Octopush says: "Something new"',
		});
	});

	it('are not looked for in a page of HTML', () => {
		expect(explainFailure(refused('<html>Bad Request</html>')).message).toBe(
			'Octopush refused the request, HTTP 400.',
		);
	});
});
