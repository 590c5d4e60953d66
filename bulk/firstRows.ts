import type { BatchService } from './batchService';
import type { ReadRow } from './rows';

/**
 * Lets through the first rows that can be sent, and holds back the later ones. A row whose refusal is known beforehand
 * is refused, and does not count: it would tell nothing about the others.
 *
 * @param most rows that are let through
 */
export async function* firstRows<Payload>(
	rows: AsyncIterable<ReadRow<Payload>>,
	most: number,
	service: Pick<BatchService<Payload>, 'foresee'>,
): AsyncGenerator<ReadRow<Payload>> {
	let passed = 0;
	for await (const row of rows) {
		if (!('payload' in row)) {
			yield row;
			continue;
		}
		const { itemIndex } = row;
		const refused = service.foresee?.(row);
		if (refused) yield { itemIndex, refused };
		else if (passed++ < most) yield row;
		else yield { itemIndex, heldBack: true };
	}
}
