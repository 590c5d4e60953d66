import { judge } from '../../../bulk/failure';
import type { ServiceAnswer } from '../../../bulk/request';

const request = { method: 'POST', path: '/contacts', repeatable: true } as const;
const answer = (status: number): ServiceAnswer => ({ status, headers: {}, body: { code: 101 } });

describe('A service that tells the reason of a refusal by a code of its own', () => {
	const kindOf = () => 'unauthorized' as const;

	it('is believed more than the HTTP status of the refusal', () => {
		expect(judge(request, answer(400), kindOf).kind).toBe('unauthorized');
	});

	it('is not asked about a success or an outage', () => {
		expect(judge(request, answer(201), kindOf).kind).toBe('done');
		expect(judge(request, answer(503), kindOf).kind).toBe('unavailable');
	});

	it('may leave it to the status', () => {
		expect(judge(request, answer(404), () => undefined).kind).toBe('notFound');
	});
});
