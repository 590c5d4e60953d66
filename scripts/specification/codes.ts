import { z } from 'zod';
import type { OpenApiDocument } from './document';
import { propertiesOf } from './schemaNodes';

/** The codes that the file lists. */
export function documentedCodes({ components }: OpenApiDocument): string[] {
	const { error } = propertiesOf(components.schemas['CampaignApiError']);
	return z.array(z.string()).parse(error?.['enum']);
}
