import { timeZonesAt } from '../../../nodes/Altur/campaign/fields/timeZones';

describe('The list of time zones', () => {
	const labelOf = (name: string, moment: string) =>
		timeZonesAt(new Date(moment)).find((zone) => zone.name === name)?.label;

	it.each([
		['America/New_York', '2026-01-15T12:00:00Z', '(GMT-05:00) New York'],
		['America/New_York', '2026-07-15T12:00:00Z', '(GMT-04:00) New York'],
		['America/Mexico_City', '2026-07-15T12:00:00Z', '(GMT-06:00) Mexico City'],
		['America/Indiana/Knox', '2026-07-15T12:00:00Z', '(GMT-05:00) Knox, Indiana'],
		['America/St_Johns', '2026-01-15T12:00:00Z', '(GMT-03:30) St Johns'],
		['UTC', '2026-01-15T12:00:00Z', '(GMT+00:00) UTC'],
	])('shows %s at %s as %s', (name, moment, label) => {
		expect(labelOf(name, moment)).toBe(label);
	});

	it('goes from west to east', () => {
		const offsets = timeZonesAt(new Date('2026-01-15T12:00:00Z')).map(({ offsetMinutes }) => offsetMinutes);
		expect(offsets).toEqual([...offsets].sort((one, other) => one - other));
		expect(offsets[0]).toBe(-660);
		expect(offsets.at(-1)).toBe(840);
	});
});
