import type { Operation } from './operation';
import { getCall } from './call/get';
import { getManyCalls } from './call/getAll';
import { getRecording } from './call/getRecording';
import { startCall } from './call/start';
import { createCampaign } from './campaign/create';
import { getCampaign } from './campaign/get';
import { getManyCampaigns } from './campaign/getAll';
import { updateCampaign } from './campaign/update';
import { activateCampaign, archiveCampaign, pauseCampaign, resumeCampaign } from './campaign/lifecycle';
import { addContacts } from './contact/add/operation';
import { addContactsFromFile } from './contact/addFromFile';
import { deleteContact } from './contact/delete';
import { getContact } from './contact/get';
import { getManyContacts } from './contact/getAll';
import { createEndUser } from './endUser/create';
import { deleteEndUser } from './endUser/delete';
import { getEndUser } from './endUser/get';
import { updateEndUser } from './endUser/update';
import { getManyMessages } from './message/getAll';
import { sendMessage } from './message/send';
import { getThread } from './thread/get';

/** Every operation of the node, in the order in which the drop-downs show them. */
export const operations: readonly Operation[] = [
	getCall,
	getManyCalls,
	getRecording,
	startCall,
	activateCampaign,
	archiveCampaign,
	createCampaign,
	getCampaign,
	getManyCampaigns,
	pauseCampaign,
	resumeCampaign,
	updateCampaign,
	addContactsFromFile,
	addContacts,
	deleteContact,
	getContact,
	getManyContacts,
	createEndUser,
	deleteEndUser,
	getEndUser,
	updateEndUser,
	getManyMessages,
	sendMessage,
	getThread,
];
