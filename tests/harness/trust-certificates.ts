import { getCACertificates, setDefaultCACertificates } from 'node:tls';

const usual = getCACertificates('default');

/** This process takes these for certificates of authorities, besides the usual ones; without any, those alone. */
export function trustCertificates(...certificates: string[]): void {
  setDefaultCACertificates([...usual, ...certificates]);
}
