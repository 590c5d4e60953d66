import type { RateLimit } from '../../../bulk/pace/rateWindow';
import type { RowIdentity } from '../../../bulk/rowFindings';
import type { BulkRow } from '../../../bulk/rows';

/** What a trial has to know of a load. */
export interface TrialTraits<Payload> {
	/** By what a row is compared with the others. */
	identify(row: BulkRow<Payload>): RowIdentity;
	/** How the form calls the person's own ID of a contact, if a column is mapped to it. */
	externalId?: string;
	/** How fast the requests may leave. */
	pace: RateLimit;
	/** What the load would do besides, and the trial does not count: a sentence. */
	besides?: string;
}
