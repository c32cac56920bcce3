/** Whether it is this machine itself, to which nothing said passes a wire: trials and tests run without TLS. */
export const isLoopback = ({ hostname }: Pick<URL, "hostname">): boolean =>
  /^(127\.\d+\.\d+\.\d+|\[::1\]|localhost)$/i.test(hostname);
