import { phoneDigits } from './clean/phone/cleanPhone';
import { commonDigits } from './clean/phone/sameNumber';
import { LatestByKey } from './latestByKey';

/** By what rows are compared. */
export interface RowIdentity {
	/** The phone number as it would be sent. */
	number: string;
	/** Where the contact goes: the same number in two places is two contacts. */
	place?: string;
	/** What the person's own system calls the contact. */
	externalId?: string;
}

/** How many rows something was found of, and in which first. */
export interface Finding {
	rows: number;
	example?: string;
}

/**
 * Finds what a person would want to know of rows before they are sent, as the rows go by.
 *
 * Memory grows by two tables of `LatestByKey`, however long the texts are: of contacts, and of External IDs.
 */
export class RowFindings {
	/** Rows whose contact an earlier row has, in whatever spelling. */
	readonly repeatedNumbers: Finding = { rows: 0 };
	/** Rows whose External ID an earlier row gives to another contact. */
	readonly sharedIds: Finding = { rows: 0 };
	rowsWithoutId = 0;
	private readonly contactOfNumber = new LatestByKey();
	private readonly contactOfId = new LatestByKey();
	private contacts = 0;

	/** Takes note of a row. */
	note({ number, place = '', externalId }: RowIdentity): void {
		const key = `${place} ${commonDigits(phoneDigits(number))}`;
		const known = this.contactOfNumber.get(key);
		if (known !== undefined) count(this.repeatedNumbers, number);
		const contact = known ?? this.contacts++;
		if (known === undefined) this.contactOfNumber.set(key, contact);
		this.noteId(externalId?.trim(), contact);
	}

	private noteId(id: string | undefined, contact: number): void {
		if (!id) {
			this.rowsWithoutId++;
			return;
		}
		const known = this.contactOfId.get(id);
		if (known === undefined) this.contactOfId.set(id, contact);
		else if (known !== contact) count(this.sharedIds, id);
	}
}

function count(finding: Finding, example: string): void {
	finding.rows++;
	finding.example ??= example;
}
