import type { IRelatedNode } from 'n8n-workflow';

/** The nodes of n8n that people put before one that loads rows; n8n names them to whoever builds a workflow by AI. */
export const rowSources: IRelatedNode[] = [
	{ nodeType: 'n8n-nodes-base.googleSheets', relationHint: 'Reads the rows that become contacts' },
	{
		nodeType: 'n8n-nodes-base.dataTable',
		relationHint: 'Reads the rows that become contacts, and keeps what came of each',
	},
	{ nodeType: 'n8n-nodes-base.readWriteFile', relationHint: 'Reads the file that is loaded' },
	{ nodeType: 'n8n-nodes-base.scheduleTrigger', relationHint: 'Loads on a schedule' },
];
