import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

export const audienceNameField: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Renewals in March',
	description: 'Name of the audience',
};

export const descriptionField: INodeProperties = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	default: '',
	description: 'What the audience is for',
};

/** Body of POST /audiences. */
export const newAudienceSchema = z
	.object({ name: z.string({ message: 'Name is empty' }), description: z.string().optional() })
	.strict();

/** Body of PATCH /audiences/{id}. */
export const audienceChangesSchema = newAudienceSchema
	.partial()
	.refine(({ name, description }) => name !== undefined || description !== undefined, {
		message: 'Nothing is set to be changed',
	});
