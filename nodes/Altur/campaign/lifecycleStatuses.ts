/** From which statuses a campaign can take a step (vendor page "Campaign lifecycle"); archive, from every one. */
const statusesBefore: ReadonlyMap<string, readonly string[]> = new Map([
	['activate', ['pending', 'ready', 'cooldown']],
	['pause', ['active', 'cooldown']],
	['resume', ['inactive']],
]);

/**
 * The statuses in which a campaign can take the step of an operation.
 *
 * @param operation the value of the field Operation; unknown while the form is being filled in
 * @returns none for an operation that does not ask for a status
 */
export function statusesFor(resource: unknown, operation: unknown): readonly string[] {
	return (resource === 'campaign' && statusesBefore.get(String(operation))) || [];
}
