package io.frontlineservice.crm;

import io.frontlineservice.FreezableProxy;
import io.frontlineservice.http.RawServer;
import io.frontlineservice.sandbox.crm.CrmServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A pretend CRM and the network to it, with faults in both. Nora and Anna are customers
 * of Ada, Otto is one of Ben.
 */
abstract class RemoteCrm implements AutoCloseable {

	static final String ADA = "ada@example.com";

	static final String BEN = "ben@example.com";

	static final String NORAS_NUMBER = "+14155550101";

	private final CrmServer server;

	private final FreezableProxy network;

	/** What ends the faults of the network. */
	private final List<Closeable> faults = new ArrayList<>();

	RemoteCrm(CrmServer server) {
		this.server = server;
		this.network = new FreezableProxy(server.url().getPort());
	}

	/** Returns the URL for the service, which leads through the network. */
	final String url() {
		return "http://localhost:" + this.network.port();
	}

	final CrmServer server() {
		return this.server;
	}

	/** Returns the id of Nora. */
	abstract String nora();

	/** Returns an id that no customer has. */
	abstract String missing(int number);

	abstract void noraBelongsTo(String owner);

	/** Revokes the credentials of the service. */
	abstract void revokeCredentials();

	/** Takes a permission from the service. */
	abstract void removePermission();

	/** Ends what {@link #removePermission} did. */
	abstract void returnPermission();

	/** Refuses connections. */
	final void refuse() throws IOException {
		this.faults.add(this.network.refuse());
	}

	/** Resets connections. */
	final void reset() throws IOException {
		this.network.goDown();
		this.faults.add(this.network::goUp);
	}

	/** Answers connections by these bytes. */
	final void answer(RawServer raw) throws IOException {
		this.faults.add(raw);
		this.network.redirect(URI.create(raw.url()).getPort());
	}

	/** Ends all faults. */
	final void recover() throws IOException {
		for (Closeable fault : this.faults) {
			fault.close();
		}
		if (!this.faults.isEmpty()) {
			this.network.redirect(this.server.url().getPort());
		}
		this.faults.clear();
		this.server.faults().clear();
		returnPermission();
	}

	@Override
	public void close() throws IOException {
		this.network.close();
		this.server.close();
	}

}
