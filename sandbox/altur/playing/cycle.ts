import type { StoredContact } from '../contactList';
import type { Cycles } from '../cycles';

/** How often contacts are gone through. Altur's pages name no number for cycles that have none: 2, the least allowed. */
export function maxIterations(cycles: Cycles | undefined): number {
	return cycles?.enabled ? (cycles.max_iterations ?? 2) : 1;
}

const minutesOfADay = 24 * 60;

/**
 * Minutes from the end of a cycle to the next: as the campaign says, none unless it does. In scheduled mode a day,
 * because days and hours of a schedule are not kept in quick motion.
 */
export function cooldownMinutes(cycles: Cycles | undefined): number {
	if (!cycles?.enabled) return 0;
	return cycles.mode === 'scheduled' ? minutesOfADay : (cycles.cooldown_minutes ?? 0);
}

/** Whether the next cycle calls a contact: all but those with a status or a tag that the cycles leave out. */
export function isDueAgain(contact: StoredContact, cycles: Cycles | undefined): boolean {
	if (!cycles?.enabled) return false;
	if (cycles.filter_statuses?.includes(contact.status)) return false;
	return !contact.history?.tags.some((tag) => cycles.filter_tags?.includes(`tag_${tag}`));
}
