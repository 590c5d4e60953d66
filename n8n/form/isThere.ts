import type { DisplayCondition } from 'n8n-workflow';

/** Of a field that another one is shown or hidden for: that it is there and not empty. */
export const isThere: DisplayCondition = { _cnd: { exists: true } };
