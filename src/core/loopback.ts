/**
 * Whether `host`, with or without a port, can only be this computer. Exactly the spellings that VS
 * Code never sends to a proxy (`@vscode/proxy-agent`, `useProxySettings`): other loopback
 * addresses would be, in the clear.
 */
export function isLoopbackHost(host: string): boolean {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host);
}
