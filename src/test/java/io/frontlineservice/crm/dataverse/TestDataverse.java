package io.frontlineservice.crm.dataverse;

import com.github.benmanes.caffeine.cache.Ticker;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.sandbox.crm.CrmRequest;
import io.frontlineservice.sandbox.crm.CrmServer;
import io.frontlineservice.sandbox.crm.dataverse.DataverseTables;
import io.frontlineservice.sandbox.crm.dataverse.EntraAccess;
import io.frontlineservice.sandbox.crm.dataverse.PretendDataverse;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * A pretend Dataverse over HTTP, and adapters of it. Used by the tests of this package.
 */
final class TestDataverse implements AutoCloseable {

	private final PretendDataverse pretend = new PretendDataverse();

	private final CrmServer server = CrmServer.start(this.pretend, 0);

	private final List<DataverseApi> opened = new ArrayList<>();

	private final Map<String, String> settings = new HashMap<>();

	/** Bound once, because that takes long. */
	private @Nullable DataverseSettings bound;

	TestDataverse() {
		this.pretend.limit(1_000_000);
		set("url", this.server.url().toString());
		set("login-url", this.server.url().toString());
		set("tenant-id", EntraAccess.TENANT_ID);
		set("client-id", EntraAccess.CLIENT_ID);
		set("client-secret", EntraAccess.CLIENT_SECRET);
		set("calls-per-five-minutes", "20000");
	}

	/** Signs in by a certificate that the app has. */
	TestDataverse signInByCertificate() {
		X509Certificate certificate = TestCertificate.of(TestCertificate.KEYS, Instant.parse("2045-01-01T00:00:00Z"));
		this.pretend.access().upload(certificate);
		return set("client-secret", "").set("private-key", TestCertificate.privateKey(TestCertificate.KEYS))
			.set("certificate", TestCertificate.pem(certificate));
	}

	PretendDataverse pretend() {
		return this.pretend;
	}

	CrmServer server() {
		return this.server;
	}

	DataverseTables tables() {
		return this.pretend.tables();
	}

	/** Sets a setting below {@code frontline.crm.dataverse}. */
	TestDataverse set(String name, String value) {
		this.settings.put(DataverseSettings.PREFIX + "." + name, value);
		this.bound = null;
		return this;
	}

	/** Returns the settings by their whole names. */
	Map<String, String> settings() {
		return Map.copyOf(this.settings);
	}

	DataverseSettings bound() {
		if (this.bound == null) {
			this.bound = new Binder(new MapConfigurationPropertySource(this.settings))
				.bindOrCreate(DataverseSettings.PREFIX, DataverseSettings.class);
		}
		return this.bound;
	}

	DataverseApi api() {
		DataverseApi api = DataverseApi.open(bound(), Clock.systemUTC(), new SimpleMeterRegistry());
		this.opened.add(api);
		return api;
	}

	DataverseCrm crm() {
		return crm(api(), Ticker.systemTicker());
	}

	DataverseCrm crm(DataverseApi api, Ticker ticker) {
		return new DataverseCrm(bound(), api, new AddressReader("US"), ticker);
	}

	/** Adds an enabled user, and returns the id. */
	String user(String email) {
		return tables().user(email);
	}

	/** Adds a contact, and returns the id. */
	String contact(String name, String ownerId) {
		return contact(name, ownerId, Map.of());
	}

	String contact(String name, String ownerId, Map<String, ?> more) {
		Map<String, Object> values = new HashMap<>(more);
		if (name != null) {
			values.put("lastname", name);
		}
		values.put("_ownerid_value", ownerId);
		return tables().insert("contact", values);
	}

	List<CrmRequest> requests(String entitySet) {
		return this.server.requests().stream().filter((it) -> it.path().endsWith("/" + entitySet)).toList();
	}

	/** Returns the filters of the queries for customers so far. */
	List<String> filters() {
		return requests("contacts").stream().map((it) -> it.parameter("$filter")).toList();
	}

	List<CrmRequest> tokenRequests() {
		return requests("token");
	}

	@Override
	public void close() {
		this.opened.forEach(DataverseApi::close);
		this.server.close();
	}

}
