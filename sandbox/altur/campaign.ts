import type { CampaignStatus, Channel } from './campaignFields';
import type { Cycles } from './cycles';
import type { WeekSchedule } from './weekSchedule';

/** A campaign as the sandbox keeps it; campaignView.ts turns it into Altur's two forms. */
export interface Campaign {
	id: number;
	name: string;
	agent: { id: string; name: string };
	/** Null for a campaign whose integration is gone; only seeds have one. */
	integration: { id: string; type: Channel } | null;
	status: CampaignStatus;
	archived: boolean;
	/** ISO 8601, UTC. */
	created_at: string;
	/** ISO 8601, UTC; absent until then. */
	started_at?: string;
	ended_at?: string;
	description?: string;
	timezone: string;
	retries: number;
	message_limit: number;
	concurrency: number;
	first_message?: string;
	template?: string;
	template_alt?: string;
	scheduling?: WeekSchedule;
	cycles?: Cycles;
	/** Which cycle is played, counted from 1, and when it began (ISO 8601, UTC); absent until then. */
	iteration?: number;
	iteration_at?: string;
	/** The snapshot in the detail answer; left out there when absent here. */
	analytics?: Record<string, number>;
	/** Makes activate and resume answer 402 BILLING_LIMIT_REACHED. */
	billingLimitReached: boolean;
}
