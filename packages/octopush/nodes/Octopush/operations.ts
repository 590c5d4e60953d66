import type { Operation } from './operation';
import { getBalance } from './account/getBalance';
import { addContacts } from './contact/add/operation';
import { addContactsFromFile } from './contact/addFromFile';
import { removeContacts } from './contact/remove/operation';
import { createList } from './contactList/create';
import { deleteList } from './contactList/delete';
import { emptyList } from './contactList/empty';

/** Every operation of the node, in the order in which the drop-downs show them. */
export const operations: readonly Operation[] = [
	addContacts,
	addContactsFromFile,
	removeContacts,
	createList,
	deleteList,
	emptyList,
	getBalance,
];
