import { z } from 'zod';

/** What the editor shows of an entry of GET /campaigns; nothing but the ID has to be there. */
export const listedCampaign = z.object({
	id: z.union([z.number(), z.string().regex(/^\d+$/)]).transform(String),
	name: z.string().catch(''),
	status: z.string().optional().catch(undefined),
	archived: z.boolean().catch(false),
});
