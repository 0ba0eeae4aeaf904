package io.frontlineservice.crm.salesforce;

import com.github.benmanes.caffeine.cache.Ticker;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.http.GrantedTokens;
import io.frontlineservice.crm.http.TokenStore;
import io.frontlineservice.sandbox.crm.CrmRequest;
import io.frontlineservice.sandbox.crm.CrmServer;
import io.frontlineservice.sandbox.crm.salesforce.PretendSalesforce;
import io.frontlineservice.sandbox.crm.salesforce.SalesforceAccess;
import io.frontlineservice.sandbox.crm.salesforce.SalesforceOrg;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * A pretend Salesforce over HTTP, and adapters of it. Used by the tests of this package.
 */
final class TestSalesforce implements AutoCloseable {

	/** Made once, because it takes long. */
	static final KeyPair KEYS = keys();

	private final PretendSalesforce pretend = new PretendSalesforce();

	private final CrmServer server = CrmServer.start(this.pretend, 0);

	private final List<SalesforceApi> opened = new ArrayList<>();

	private final Map<String, String> settings = new HashMap<>();

	private @Nullable GrantedTokens kept;

	private final TokenStore tokens = (family, replacement, deadline) -> {
		GrantedTokens next = replacement.apply(this.kept);
		this.kept = next;
		return next;
	};

	TestSalesforce() {
		set("url", this.server.url().toString());
		set("client-id", SalesforceAccess.CLIENT_ID);
		set("client-secret", SalesforceAccess.CLIENT_SECRET);
	}

	/** Signs in by a JWT that the org accepts. */
	TestSalesforce signInByJwt() {
		this.pretend.access().trust((RSAPublicKey) KEYS.getPublic());
		return set("client-secret", "").set("username", SalesforceAccess.USERNAME)
			.set("private-key",
					"-----BEGIN PRIVATE KEY-----\n"
							+ Base64.getMimeEncoder().encodeToString(KEYS.getPrivate().getEncoded())
							+ "\n-----END PRIVATE KEY-----\n");
	}

	/** Signs in for each worker. */
	TestSalesforce actAsWorkers() {
		return signInByJwt().set("act-as", "worker");
	}

	PretendSalesforce pretend() {
		return this.pretend;
	}

	CrmServer server() {
		return this.server;
	}

	SalesforceOrg org() {
		return this.pretend.org();
	}

	/** Sets a setting below {@code frontline.crm.salesforce}. */
	TestSalesforce set(String name, String value) {
		this.settings.put(SalesforceSettings.PREFIX + "." + name, value);
		return this;
	}

	/** Returns the settings by their whole names. */
	Map<String, String> settings() {
		return Map.copyOf(this.settings);
	}

	SalesforceSettings bound() {
		return new Binder(new MapConfigurationPropertySource(this.settings)).bindOrCreate(SalesforceSettings.PREFIX,
				SalesforceSettings.class);
	}

	SalesforceApi api() {
		SalesforceApi api = SalesforceApi.open(bound(), () -> this.tokens, Clock.systemUTC(),
				new SimpleMeterRegistry());
		this.opened.add(api);
		return api;
	}

	SalesforceCrm crm() {
		return crm(api(), Ticker.systemTicker());
	}

	SalesforceCrm crm(SalesforceApi api, Ticker ticker) {
		return new SalesforceCrm(bound(), api, new AddressReader("US"), ticker);
	}

	/** Adds an active user, and returns the id. */
	String user(String username) {
		return org().insert("User", Map.of("LastName", username, "Username", username, "IsActive", true));
	}

	/** Adds an active user whom the service may act as, and returns the id. */
	String permittedUser(String username) {
		this.pretend.access().permit(username, true);
		return user(username);
	}

	/** Adds a contact, and returns the id. */
	String contact(String name, String ownerId) {
		return contact(name, ownerId, Map.of());
	}

	String contact(String name, String ownerId, Map<String, ?> more) {
		Map<String, Object> fields = new HashMap<>(more);
		fields.put("LastName", name);
		fields.put("OwnerId", ownerId);
		return org().insert("Contact", fields);
	}

	/** Returns the queries so far, without the fields that they select. */
	List<String> queries() {
		return this.server.requests()
			.stream()
			.map((request) -> request.parameter("q"))
			.filter(Objects::nonNull)
			.map((soql) -> soql.replaceFirst("SELECT .* FROM", "FROM"))
			.toList();
	}

	/** Returns the queries for customers so far, without the fields that they select. */
	List<String> customerQueries() {
		return queries().stream().filter((soql) -> !soql.startsWith("FROM User")).toList();
	}

	List<CrmRequest> tokenRequests() {
		return this.server.requests().stream().filter((it) -> it.path().equals("/services/oauth2/token")).toList();
	}

	private static KeyPair keys() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			return generator.generateKeyPair();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.opened.forEach(SalesforceApi::close);
		this.server.close();
	}

}
