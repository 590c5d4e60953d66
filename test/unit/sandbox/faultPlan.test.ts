import { FaultPlan } from '../../../sandbox/server/faultPlan';

const get = { method: 'GET', path: '/api/v1.0/campaigns' };
const post = { method: 'POST', path: '/api/v1.0/campaigns/12/contacts', rowCount: 1000 };
const decided = (plan: FaultPlan, target = post) => plan.take(target).deciding?.kind;

it('gives each request one deciding fault, in the order of the plan', () => {
	const plan = new FaultPlan();
	plan.add({ kind: 'resetBefore', times: 2 }, { kind: 'htmlBadGateway' });
	expect([1, 2, 3, 4].map(() => decided(plan))).toEqual([
		'resetBefore',
		'resetBefore',
		'htmlBadGateway',
		undefined,
	]);
	expect(plan.pending()).toEqual([]);
});

it('matches by method and by path, as a substring or a regular expression', () => {
	const plan = new FaultPlan();
	plan.add({ kind: 'resetAfter', match: { method: 'post', path: '/contacts' } });
	expect([decided(plan, { ...get, rowCount: 0 }), decided(plan)]).toEqual([undefined, 'resetAfter']);
	plan.add({ kind: 'hang', match: { path: 'campaigns/\\d+/contacts$' } });
	expect([decided(plan, { ...get, rowCount: 0 }), decided(plan)]).toEqual([undefined, 'hang']);
});

it('lets the first requests pass, each fault counting for itself', () => {
	const plan = new FaultPlan();
	plan.add({ kind: 'resetBefore' }, { kind: 'resetAfter', skip: 2 });
	expect([1, 2, 3, 4].map(() => decided(plan))).toEqual(['resetBefore', undefined, 'resetAfter', undefined]);
});

it('combines faults of time and results with a deciding one', () => {
	const plan = new FaultPlan();
	plan.add({ kind: 'latency', ms: 5, times: 'always' }, { kind: 'shuffleResults' }, { kind: 'resetAfter' });
	const hit = plan.take(post);
	expect([hit.combined.map(({ kind }) => kind), hit.deciding?.kind]).toEqual([
		['latency', 'shuffleResults'],
		'resetAfter',
	]);
	expect(plan.take(post).combined.map(({ kind }) => kind)).toEqual(['latency']);
	expect(plan.pending()).toMatchObject([{ kind: 'latency' }]);
});

it('refuses what is no fault', () => {
	const plan = new FaultPlan();
	expect(() => {
		plan.add({ kind: 'hang', match: { path: '(' } });
	}).toThrow('is no regular expression');
	expect(() => {
		plan.add({ kind: 'hang', times: 0 });
	}).toThrow();
	expect(plan.pending()).toEqual([]);
});
