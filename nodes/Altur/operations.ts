import type { Operation } from './operation';
import { createCampaign } from './campaign/create';
import { getCampaign } from './campaign/get';
import { getManyCampaigns } from './campaign/getAll';
import { updateCampaign } from './campaign/update';
import { activateCampaign, archiveCampaign, pauseCampaign, resumeCampaign } from './campaign/lifecycle';
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
