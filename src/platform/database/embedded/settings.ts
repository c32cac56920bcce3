/**
 * Given on the command line at each start, so that a newer release's settings reach older data too.
 * @param socketFolder where it listens besides, for whoever may enter that folder; null: nowhere
 */
export function settings(port: number, socketFolder: string | null): string[] {
  return Object.entries({
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: socketFolder === null ? "" : `"${socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: "0700",
    max_connections: 200,
    shared_buffers: "128MB",
    fsync: "on",
    full_page_writes: "on",
    synchronous_commit: "on",
    timezone: "UTC",
    // A segment that is used again keeps what it held until it is written over: names that were made anonymous long ago.
    wal_recycle: "off",
    ...log,
  }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

const log = {
  log_timezone: "UTC",
  logging_collector: "on",
  log_directory: "log",
  // One file a weekday, overwritten the week after.
  log_filename: "postgres-%a.log",
  log_rotation_age: "1d",
  log_rotation_size: 0,
  log_truncate_on_rotation: "on",
  // Statements and details quote citizens' names and addresses.
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
};
