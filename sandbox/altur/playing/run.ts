/** A campaign while it is played. */
export interface Run {
	/** Goes on where it stands: the campaign has become active, or has got contacts. */
	goOn(): void;
	/** Begins nothing further; calls under way come to their end. */
	rest(): void;
}
