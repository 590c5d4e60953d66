import { NodeHelpers, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import { AlturBench } from '../harness/altur';

describe('The form of a campaign in the editor', () => {
	let bench: AlturBench;

	beforeAll(async () => {
		bench = await AlturBench.start();
	});
	afterAll(async () => {
		await bench.stop();
	});

	/** The names of the fields that the editor shows, at the top and in the given group. */
	const shown = (values: INodeParameters, group?: string) => {
		const properties = bench.properties();
		const root = NodeHelpers.getNodeParameters(properties, values, true, false, null, null) ?? {};
		const isShown = (place: INodeParameters) => (property: INodeProperties) =>
			NodeHelpers.displayParameter(place, property, null, null, root);
		const top = properties.filter(isShown(root));
		if (!group) return [...new Set(top.map(({ name }) => name))];
		const fields = top.find(({ name }) => name === group)?.options ?? [];
		return fields.flatMap((field) => {
			if ('values' in field) return field.values.filter(isShown(place(root, group))).map(({ name }) => name);
			return 'type' in field && isShown(place(root, group))(field) ? field.name : [];
		});
	};
	const place = (root: INodeParameters, group: string): INodeParameters =>
		JSON.parse(JSON.stringify(Object(root[group]).settings ?? root[group] ?? {}));
	const create = { resource: 'campaign', operation: 'create' };
	const always = [
		'resource',
		'operation',
		'integrationType',
		'name',
		'agentId',
		'integrationId',
		'immutableNotice',
		'timezone',
		'scheduling',
	];

	it.each([
		['phone_call', {}, [...always, 'cycles', 'additionalFields']],
		['phone_call', { cycles: { settings: { mode: 'cooldown' } } }, [...always, 'cycles', 'additionalFields']],
		[
			'phone_call',
			{ cycles: { settings: { mode: 'scheduled' } } },
			[...always, 'cycles', 'cyclesSchedule', 'additionalFields'],
		],
		['whatsapp', { cycles: { settings: { mode: 'scheduled' } } }, [...always, 'additionalFields']],
	])('shows for %s and %j the fields that belong to it', (integrationType, cycles, fields) => {
		expect(shown({ ...create, integrationType, ...cycles })).toEqual(fields);
	});

	it.each([
		['phone_call', ['firstMessage'], ['template', 'templateAlt']],
		['whatsapp', ['template', 'templateAlt'], ['firstMessage']],
	])('offers for %s only its own additional fields', (integrationType, own, others) => {
		const fields = shown({ ...create, integrationType }, 'additionalFields');
		expect(fields).toEqual(expect.arrayContaining([...own, 'description', 'idempotencyKey']));
		expect(fields.filter((name) => others.includes(name))).toEqual([]);
	});

	it.each([
		['cooldown', ['mode', 'maxIterations', 'cooldownMinutes', 'filterStatuses', 'filterTags']],
		[
			'scheduled',
			['mode', 'maxIterations', 'filterStatuses', 'filterTags', 'scheduleStartDate', 'scheduleEndDate'],
		],
	])('shows for cycles in %s mode only the fields of that mode', (mode, fields) => {
		expect(
			shown({ ...create, integrationType: 'phone_call', cycles: { settings: { mode } } }, 'cycles'),
		).toEqual(fields);
	});

	it('has no immutable field in an update', () => {
		const update = { resource: 'campaign', operation: 'update' };
		expect(shown(update)).toEqual([
			'resource',
			'operation',
			'campaignId',
			'updateFields',
			'timezone',
			'scheduling',
			'cycles',
			'cyclesSchedule',
		]);
		const names = [
			...shown(update, 'updateFields'),
			...shown({ ...update, cycles: { settings: {} } }, 'cycles'),
		];
		expect(names.sort()).toEqual(
			[
				...['description', 'firstMessage', 'messageLimit', 'name', 'retries', 'template', 'templateAlt'],
				...['cooldownMinutes', 'filterStatuses', 'filterTags', 'maxIterations'],
				...['scheduleEndDate', 'scheduleStartDate'],
			].sort(),
		);
	});

	it.each([
		['create', 'additionalFields'],
		['update', 'updateFields'],
	])(
		'shows in the fields of %s that can be added a time zone to those who have one there',
		(operation, group) => {
			const form = { resource: 'campaign', operation };
			expect(shown({ ...form, [group]: { retries: 1 } }, group)).not.toContain('timezone');
			expect(shown({ ...form, [group]: { timezone: 'America/Bogota' } }, group)).toContain('timezone');
		},
	);

	it('speaks of cycles to phone campaigns only', () => {
		const notices = (integrationType: string) =>
			bench
				.properties()
				.filter(({ name }) => name === 'immutableNotice')
				.filter((property) =>
					NodeHelpers.displayParameter({ ...create, integrationType }, property, null, null),
				)
				.map(({ displayName }) => displayName);
		expect(notices('phone_call')).toEqual([expect.stringContaining('cycles cannot be switched on')]);
		expect(notices('whatsapp')).toEqual([expect.not.stringMatching(/cycle/i)]);
	});

	it.each([
		['Promo - WhatsApp - pending - 12', {}, []],
		['Promo - WhatsApp - pending - archived - 12', {}, []],
		['Promo - WhatsApp - 12', { cycles: { settings: { maxIterations: '3' } } }, ['cycles']],
		['Promo - WhatsApp - Phone Call - active - 12', {}, ['cycles', 'cyclesSchedule']],
		[undefined, {}, ['cycles', 'cyclesSchedule']],
	])('offers cycles of an update for "%s" with %j in the groups %j', (cachedResultName, more, groups) => {
		const campaignId = {
			__rl: true,
			mode: 'list',
			value: '12',
			...(cachedResultName && { cachedResultName }),
		};
		const fields = shown({ resource: 'campaign', operation: 'update', campaignId, ...more });
		expect(fields.filter((name) => name.startsWith('cycles'))).toEqual(groups);
	});
});
