import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { askFromEditor as ask } from '../../n8n/client/askFromEditor';
import { editorOptions } from '../../n8n/client/prepareClient';
import type { Ask } from '../../n8n/item/itemWork';
import { openClient } from './client';
import { explainFailure } from './errors';

/** Opens the way to Altur for a list in the editor. @throws NodeOperationError, with words for the person */
export async function askFromEditor(context: ILoadOptionsFunctions): Promise<Ask> {
	return await ask(context, async () => await openClient(context, editorOptions), explainFailure);
}
