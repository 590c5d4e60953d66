import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { askFromEditor as ask } from '../../n8n/askFromEditor';
import { editorOptions } from '../../n8n/channel';
import type { Ask } from '../../n8n/itemWork';
import { openChannel } from './channel';
import { explainFailure } from './explain';

/** Opens the way to Altur for a list in the editor. @throws NodeOperationError, with words for the person */
export async function askFromEditor(context: ILoadOptionsFunctions): Promise<Ask> {
	return await ask(context, async () => await openChannel(context, editorOptions), explainFailure);
}
