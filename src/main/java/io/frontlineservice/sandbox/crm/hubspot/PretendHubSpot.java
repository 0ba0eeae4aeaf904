package io.frontlineservice.sandbox.crm.hubspot;

import io.frontlineservice.sandbox.crm.CrmServer;
import java.time.Clock;

/**
 * A HubSpot account of the sandbox and of tests: it answers the calls that the adapter
 * makes, in the 2026-09 version of the API. Thread-safe.
 *
 * @see <a href=
 * "https://developers.hubspot.com/docs/api-reference/2026-03/crm/search-the-crm">CRM
 * search</a>
 */
public final class PretendHubSpot implements AutoCloseable {

	/** The service key that the account accepts. */
	public static final String ACCESS_TOKEN = "pretend-hubspot-key";

	/** Lets a key read contacts. */
	public static final String CONTACTS_SCOPE = "crm.objects.contacts.read";

	/** Lets a key read owners. */
	public static final String OWNERS_SCOPE = "crm.objects.owners.read";

	private final HubSpotCalls calls = new HubSpotCalls(new Contacts(Clock.systemUTC()), new Owners());

	private final CrmServer server;

	private PretendHubSpot(int port) {
		this.server = CrmServer.start(this.calls, port);
	}

	/** Starts an account with HubSpot's limits on a port; 0 for any free port. */
	public static PretendHubSpot start(int port) {
		return new PretendHubSpot(port);
	}

	/** Returns the contacts, to change them. */
	public Contacts contacts() {
		return this.calls.contacts();
	}

	/** Returns the owners, to change them. */
	public Owners owners() {
		return this.calls.owners();
	}

	/** Returns the server, with the requests and the faults. */
	public CrmServer server() {
		return this.server;
	}

	/** Takes a scope from the key. */
	public void revoke(String scope) {
		this.calls.revoke(scope);
	}

	/** Gives a scope to the key. */
	public void grant(String scope) {
		this.calls.grant(scope);
	}

	/** Changes the limits, for tests that are about something else. */
	public void limits(int searchesPerSecond, int callsPerTenSeconds) {
		this.calls.limits(searchesPerSecond, callsPerTenSeconds);
	}

	@Override
	public void close() {
		this.server.close();
	}

}
