import type { ServiceRequest, ServiceResponse } from '../../bulk/request/request';

/** Sends a request through a client. What finally fails is thrown, and ends the item or the list that asked. */
export type Ask = (request: ServiceRequest) => Promise<ServiceResponse>;
