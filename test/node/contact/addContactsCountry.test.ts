import { addParameters, jsonOf } from '../harness/altur';
import { asRows, FormTrials, type Form } from '../harness/formTrials';

describe('The Default Country of Add to Campaign', () => {
	let trials: FormTrials;

	beforeAll(async () => {
		trials = await FormTrials.start();
	});
	beforeEach(() => {
		trials.reset();
	});
	afterAll(async () => {
		await trials.stop();
	});

	const rows = asRows({ phone: '55 1234 5678', land: 'MX' }, { phone: '11 91234-5678', land: 'BR' });
	const contacts = async (form: Form) => {
		const { items } = await trials.bench.run(rows, addParameters(trials.campaign, form));
		return jsonOf(items('Altur')).map(({ contact }) => contact);
	};
	const older = { options: { defaultCountry: 'MX' } };

	it('is read under Options, where older workflows have it, while the main form has none', async () => {
		expect(await contacts(older)).toContain('+525512345678');
		expect(await contacts({ ...older, defaultCountry: '' })).toContain('+525512345678');
		expect(await contacts({ options: { defaultCountry: '={{ $json.land }}' } })).toEqual([
			'+525512345678',
			'+5511912345678',
		]);
	});

	it('is that of the main form where both are set, also for rows in which its column is empty', async () => {
		expect(await contacts({ ...older, defaultCountry: 'BR' })).toContain('+5511912345678');
		expect(await contacts({ ...older, defaultCountry: '={{ $json.country }}' })).not.toContain(
			'+525512345678',
		);
	});

	it('is none while neither place has one', async () => {
		expect(await contacts({ defaultCountry: '' })).toEqual(['55 1234 5678', '11 91234-5678']);
	});
});
