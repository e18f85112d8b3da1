//! What `--help` prints.

/// How the program is called, and every variable that it reads.
pub const USAGE: &str = "\
Usage: proton-gateway

Serves AWS Proton's environment account connections over awsJson1_0: POST / with
X-Amz-Target: AwsProton20200720.CreateEnvironmentAccountConnection, and Get, List,
Update, Accept, Reject and Delete. GET /health says whether the store answers,
GET /metrics what Prometheus reads.

Environment variables:

  PROTON_GATEWAY_LISTEN       where to listen (127.0.0.1:8080)
  PROTON_GATEWAY_CREDENTIALS  ACCESS_KEY:SECRET:ACCOUNT_ID, comma-separated: who may
                              call, by Signature Version 4. Without it everybody may,
                              as account 000000000000, and LISTEN must be loopback
  DATABASE_URL                sqlite://PATH, sqlite::memory: or postgres://...
                              (sqlite://proton-gateway.db)
  PROTON_GATEWAY_REGION       the region in ARNs where no signature names one
                              (us-east-1)
  PROTON_GATEWAY_QUOTA        connections that an environment account may have, in
                              any status (1000)
  PROTON_GATEWAY_RATE         requests a second that an account may send (500)
  PROTON_GATEWAY_BURST        requests that an account may send at once (1000)
  PROTON_GATEWAY_MAX_BODY     largest body of a request, in bytes (1048576)
  PROTON_GATEWAY_TIME_LIMIT   seconds that a head, a body, and the work on it may
                              take each (10)
  PROTON_GATEWAY_CONCURRENCY  requests that are worked on at once (256)
  PROTON_GATEWAY_CONNECTIONS  connections of clients that are open at once (900)
  PROTON_GATEWAY_LOG          off, error, warn, info, debug or trace (info)
  PROTON_GATEWAY_LOG_FORMAT   text or json, on standard error (text)

  -h, --help                  this text
  -V, --version               the version

SIGINT and SIGTERM stop it, after the requests that are under way.

Exit status: 0 stopped, 1 could not start, 2 called or configured wrongly.
";
