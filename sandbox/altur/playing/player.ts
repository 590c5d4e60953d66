import { Timers } from '../../server/timers';
import type { Campaign } from '../campaign';
import type { AlturState } from '../state';
import { PhoneRun, type Stage } from './phoneRun';
import type { Run } from './run';
import { playSettings, type PlaySettings } from './settings';
import { WhatsAppRun } from './whatsAppRun';

/** Plays the campaigns that become active. One that a seed says is active stays silent until it is paused and resumed. */
export class Player {
	private readonly timers = new Timers();
	private readonly runs = new Map<number, Run>();
	private readonly stage: Stage;

	constructor(
		private readonly state: AlturState,
		surroundings: Pick<Stage, 'timeScale' | 'tell' | 'origin'>,
		settings: PlaySettings,
	) {
		this.stage = { state, timers: this.timers, ...surroundings, ...playSettings.parse(settings) };
	}

	/** A campaign's status has changed, by a request or because the play moved it on. */
	statusChanged(campaign: Campaign): void {
		const known = this.runs.get(campaign.id);
		if (campaign.status !== 'active') {
			known?.rest();
			return;
		}
		const run = known ?? this.runOf(campaign);
		this.runs.set(campaign.id, run);
		run.goOn();
	}

	contactsAdded(campaign: Campaign): void {
		this.runs.get(campaign.id)?.goOn();
	}

	/** Ends all of it. */
	clear(): void {
		this.timers.clear();
		this.runs.clear();
	}

	private runOf(campaign: Campaign): Run {
		const { contacts } = this.state.campaign(String(campaign.id));
		const isWhatsApp = campaign.integration?.type === 'whatsapp';
		return isWhatsApp
			? new WhatsAppRun(campaign, contacts, this.stage)
			: new PhoneRun(campaign, contacts, this.stage);
	}
}
