import type { Operation } from './operation';
import { addContacts } from './audience/addContacts';
import { createAudience } from './audience/create';
import { deleteAudience } from './audience/delete';
import { getAudience } from './audience/get';
import { getAudiences } from './audience/getAll';
import { getAudienceContacts } from './audience/getContacts';
import { removeContacts } from './audience/removeContacts';
import { updateAudience } from './audience/update';
import { addToAudience } from './contact/addToAudience';
import { upsertFromFile } from './contact/addFromFile';
import { bulkDelete } from './contact/bulkDelete';
import { bulkUpsert } from './contact/bulkUpsert/operation';
import { createContact } from './contact/create';
import { deleteContact } from './contact/delete';
import { getContact } from './contact/get';
import { getContacts } from './contact/getAll';
import { updateContact } from './contact/update';

/** Every operation of the node, in the order in which the drop-downs show them. */
export const operations: readonly Operation[] = [
	addToAudience,
	createContact,
	upsertFromFile,
	bulkUpsert,
	deleteContact,
	bulkDelete,
	getContact,
	getContacts,
	updateContact,
	addContacts,
	createAudience,
	deleteAudience,
	getAudience,
	getAudienceContacts,
	getAudiences,
	removeContacts,
	updateAudience,
];
