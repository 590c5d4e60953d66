import { TravelMargin } from '../../../../bulk/pace/travelMargin';

describe('The margin for requests that travel unequally long', () => {
	it('is two percent as long as nothing shows that it is too small', () => {
		const margin = new TravelMargin();
		for (let accepted = 0; accepted < 1000; accepted++) margin.narrow();
		expect(margin.current()).toBe(0.02);
	});

	it('is wider by one percent after a refusal, up to ten in all', () => {
		const margin = new TravelMargin();
		margin.widen();
		expect(margin.current()).toBeCloseTo(0.03, 5);
		for (let refusal = 0; refusal < 20; refusal++) margin.widen();
		expect(margin.current()).toBe(0.1);
	});

	it('comes back while four hundred requests are accepted', () => {
		const margin = new TravelMargin();
		margin.widen();
		for (let accepted = 0; accepted < 200; accepted++) margin.narrow();
		expect(margin.current()).toBeCloseTo(0.025, 5);
		for (let accepted = 0; accepted < 201; accepted++) margin.narrow();
		expect(margin.current()).toBeCloseTo(0.02, 5);
	});
});
