import type { IDataObject } from 'n8n-workflow';
import type { FieldReader } from '../form/columns/fieldsByTitle';
import { FilledColumns } from '../form/columns/filledColumns';
import { reasonTitles } from '../file/reasonTitles';
import { listTitles } from '../form/columns/titleList';
import { plainText } from './plainText';

/** So many columns are named. */
const namedColumns = 10;

/** What a load takes out of the columns of its rows. */
export interface LoadColumns {
	/** Where the fields of a contact come from. */
	fields: FieldReader;
	/** What the form calls the fields, by the service's names for them. */
	labels: Readonly<Record<string, string>>;
	/** Columns that are sent besides those of the fields. */
	usedBesides?: readonly string[];
	/** Whether columns that fill no field are sent too. */
	takesOtherColumns?: boolean;
}

/** Sees, while rows are read, what becomes of their columns. */
export class ColumnUse {
	private readonly filled = new FilledColumns();

	/** @param isShown asked in the end, whether the form shows which columns it draws on */
	constructor(
		private readonly columns: LoadColumns,
		private readonly isShown: () => boolean = () => true,
	) {}

	/** @returns the same reader of rows, which takes note of the columns of each besides */
	noting<Rest extends unknown[], Row>(
		readRow: (json: IDataObject, ...rest: Rest) => Row,
	): (json: IDataObject, ...rest: Rest) => Row {
		return (json, ...rest) => {
			this.filled.note(json);
			return readRow(json, ...rest);
		};
	}

	/**
	 * Says which column was taken for which field, where that was found by the titles, and which fill nothing: a person sees
	 * what was forgotten or taken wrongly. As HTML.
	 *
	 * @returns sentences, such as "Found by title: Phone Number ← Teléfono, Name ← Nombre. The column Saldo fills nothing.";
	 * undefined where there is nothing to say
	 */
	say(): string | undefined {
		return [this.found(), this.unused()].filter((sentence) => sentence !== undefined).join(' ') || undefined;
	}

	private found(): string | undefined {
		const { fields, labels } = this.columns;
		const found = Object.entries(labels).flatMap(([field, label]) => {
			const titles = fields.foundByTitle(field).map(plainText);
			return titles.length === 0 ? [] : `${label} ← ${titles.slice(0, namedColumns).join(' or ')}`;
		});
		return found.length === 0 ? undefined : `Found by title: ${found.join(', ')}.`;
	}

	private unused(): string | undefined {
		const { fields, usedBesides = [], takesOtherColumns } = this.columns;
		if (takesOtherColumns || !this.isShown()) return undefined;
		const titles = this.filled.without([...fields.usedSoFar, ...usedBesides, ...reasonTitles]);
		if (titles.length === 0) return undefined;
		const named = listTitles(titles.map(plainText), namedColumns);
		return titles.length === 1
			? `The column ${named} fills nothing.`
			: `These columns fill nothing: ${named}.`;
	}
}
