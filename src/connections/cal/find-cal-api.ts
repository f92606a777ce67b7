import { isCalCloud } from './parse-cal-link.ts';

const CLOUD_API = 'https://api.cal.com/v2';

/**
 * Where the API of a Cal is, without a trailing slash.
 * @param cloudApi what the operator says of the vendor's own service, in place of its own address
 */
export function findCalApi(origin: string, cloudApi: string = CLOUD_API): string {
  return isCalCloud(origin) ? cloudApi : `${origin}/api/v2`;
}
