package io.frontlineservice.sandbox.crm.pipedrive;

import io.frontlineservice.sandbox.crm.CrmServer;
import java.time.Clock;

/**
 * A Pipedrive account of the sandbox and of tests: it answers the calls that the adapter
 * makes, in version 2 of the API and, for users, in version 1. Thread-safe.
 *
 * @see <a href= "https://developers.pipedrive.com/docs/api/v1/Persons">Persons</a>
 */
public final class PretendPipedrive implements AutoCloseable {

	/** The API token that the account accepts. */
	public static final String API_TOKEN = "pretend0pipedrive0token0pretend0pipedrive";

	private final Account account = new Account(Clock.systemUTC());

	private final Allowance allowance = new Allowance();

	private final PipedriveCalls calls = new PipedriveCalls(this.account, this.allowance);

	private final CrmServer server;

	private PretendPipedrive(int port) {
		this.server = CrmServer.start(this.calls, port);
	}

	/**
	 * Starts an account with five seats in the cheapest plan on a port; 0 for any free
	 * port.
	 */
	public static PretendPipedrive start(int port) {
		return new PretendPipedrive(port);
	}

	/** Returns the persons, organizations and users, to change them. */
	public Account account() {
		return this.account;
	}

	/** Returns the server, with the requests and the faults. */
	public CrmServer server() {
		return this.server;
	}

	/** Sets whether the user of the token may use the API. */
	public void permit(boolean isPermitted) {
		this.calls.permit(isPermitted);
	}

	/** Changes the limits for two seconds, for tests that are about something else. */
	public void limits(int searches, int calls) {
		this.allowance.limits(searches, calls);
	}

	/** Changes the tokens that are left of today's budget. */
	public void tokensLeft(long tokens) {
		this.allowance.tokensLeft(tokens);
	}

	/** Returns the tokens that requests have cost so far. */
	public long tokensUsed() {
		return this.allowance.tokensUsed();
	}

	@Override
	public void close() {
		this.server.close();
	}

}
