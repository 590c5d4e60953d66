/** The offset of the project that this Altur plays: Mexico City, which has no summer time. */
const offset = '-06:00';
const offsetMs = -6 * 60 * 60 * 1000;

function shifted(moment: Date): string {
	return new Date(moment.getTime() + offsetMs).toISOString();
}

/** As campaign events write a moment: `2026-06-08T14:23:15.482000-06:00`. */
export function projectMicroseconds(moment: Date): string {
	return `${shifted(moment).slice(0, -1)}000${offset}`;
}

/** As the list of calls writes it: `2024-01-15T10:30:00-06:00`. */
export function projectSeconds(moment: Date): string {
	return `${shifted(moment).slice(0, 19)}${offset}`;
}

/** As contacts show their last call: `2025-10-03 19:11:39`. */
export function projectClock(moment: Date): string {
	return shifted(moment).slice(0, 19).replace('T', ' ');
}

/** As call events write it: `2024-12-19T15:00:10Z`. @param moment ISO 8601 with any offset */
export function utcSeconds(moment: string): string {
	return `${new Date(moment).toISOString().slice(0, 19)}Z`;
}
