import type { OpenApiDocument } from './document';
import { propertiesOf } from './schemaNodes';

/** A place where the vendor's file cannot be meant as it stands, and how the copy that is checked against reads. */
interface Slip {
	what: string;
	/** Mends a copy; false when the file does not have the slip any more, and the entry can go. */
	mend(document: OpenApiDocument): boolean;
}

const slips: readonly Slip[] = [
	{
		what: 'next_page and previous_page "can be null" by their descriptions, not by their schemas: null passes',
		mend({ components }) {
			const { next_page: next, previous_page: previous } = propertiesOf(
				components.schemas['OffsetPagination'],
			);
			if (!next || !previous || 'nullable' in next) return false;
			next['nullable'] = true;
			previous['nullable'] = true;
			return true;
		},
	},
	{
		what: 'CampaignAnalyticsPhoneCall and CampaignAnalyticsWhatsApp are spoken of and not there: any analytics pass',
		mend(document) {
			const { schemas } = document.components;
			const isSpokenOf = JSON.stringify(schemas).includes('CampaignAnalyticsPhoneCall');
			return isSpokenOf && !('CampaignAnalyticsPhoneCall' in schemas);
		},
	},
	{
		what: 'EndUser requires "integration", which is none of its properties; no operation of the node answers one',
		mend({ components }) {
			const schema = components.schemas['EndUser'];
			if (!schema || 'integration' in propertiesOf(schema)) return false;
			schema['required'] = ['id', 'display_name'];
			return true;
		},
	},
	{
		what: 'a 400 of a batch of contacts can list sentences only by field; rows of it nest one deeper: both pass',
		mend({ components }) {
			const schema = components.schemas['DRFBadRequestError'];
			const sentences = schema?.['additionalProperties'];
			if (!schema || sentences === undefined || 'properties' in schema) return false;
			const row = { type: 'object', additionalProperties: sentences };
			schema['properties'] = { contacts: { anyOf: [sentences, { type: 'array', items: row }] } };
			return true;
		},
	},
];

/** Mends the slips in a copy of the file, and says which there were. */
export function mendSlips(document: OpenApiDocument): string[] {
	return slips.map((slip) =>
		slip.mend(document) ? slip.what : `NO LONGER IN THE FILE, so take it out of slips.ts: ${slip.what}`,
	);
}
