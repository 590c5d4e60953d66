import type { Operation } from './operation';
import { activateCampaign } from './campaign/activate';
import { archiveCampaign } from './campaign/archive';
import { createCampaign } from './campaign/create';
import { getCampaign } from './campaign/get';
import { getManyCampaigns } from './campaign/getAll';
import { pauseCampaign } from './campaign/pause';
import { resumeCampaign } from './campaign/resume';
import { updateCampaign } from './campaign/update';
import { addContacts } from './contact/add/operation';
import { deleteContact } from './contact/delete';
import { getContact } from './contact/get';
import { getManyContacts } from './contact/getAll';

/** Every operation of the node, in the order in which the drop-downs show them. */
export const operations: readonly Operation[] = [
	activateCampaign,
	archiveCampaign,
	createCampaign,
	getCampaign,
	getManyCampaigns,
	pauseCampaign,
	resumeCampaign,
	updateCampaign,
	addContacts,
	deleteContact,
	getContact,
	getManyContacts,
];
