const LOOPBACK = /^(127\.\d+\.\d+\.\d+|\[::1\]|localhost|.*\.localhost)$/;

/** Whether a URL's host is this machine itself, so that nothing said to it passes a wire. */
export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname);
