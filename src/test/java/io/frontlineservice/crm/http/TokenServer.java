package io.frontlineservice.crm.http;

import io.frontlineservice.privacy.Secret;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmRequest;
import io.frontlineservice.sandbox.crm.CrmServer;
import io.frontlineservice.sandbox.crm.PretendCrm;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token endpoint over HTTP whose refresh tokens rotate. A refresh token that is used
 * again ends all of them.
 */
public final class TokenServer implements PretendCrm, AutoCloseable {

	public static final String SETTING = "frontline.crm.example.refresh-token";

	private final CrmServer server = CrmServer.start(this, 0);

	private final List<CrmApi> opened = new ArrayList<>();

	/** The tokens that can be used; the newest last. */
	private final List<String> valid = new ArrayList<>();

	private volatile @Nullable Integer lifetime = 3_600;

	private volatile boolean rotating = true;

	private volatile boolean graceful;

	private volatile Runnable onAnswer = () -> {
	};

	private int calls;

	private int refusals;

	private int authorizations;

	/** Authorizes a client, and returns its first refresh token. */
	public synchronized Secret authorize() {
		String token = "first-" + ++this.authorizations;
		this.valid.clear();
		this.valid.add(token);
		return Secret.of(token);
	}

	public TokenFamily family(Secret firstToken) {
		return family(firstToken, "client-secret");
	}

	public TokenFamily family(Secret firstToken, String clientSecret) {
		return new TokenFamily(this.server.url() + "/oauth/token", "client", Secret.of(clientSecret), firstToken);
	}

	public RotatingTokens source(TokenFamily family, TokenStore store) {
		CrmApi api = CrmApi.of(ApiUrl.of(this.server.url().toString()), ApiDialect.USUAL,
				new RateLimits(List.of(), new SimpleMeterRegistry()), new SimpleMeterRegistry());
		this.opened.add(api);
		return new RotatingTokens(api, family, store, SETTING);
	}

	/** Sets the lifetime of access tokens in seconds; null to tell none. */
	public void lifetime(@Nullable Integer seconds) {
		this.lifetime = seconds;
	}

	public void rotating(boolean rotating) {
		this.rotating = rotating;
	}

	/** Sets whether the refresh token before the newest is valid too. */
	public void graceful(boolean graceful) {
		this.graceful = graceful;
	}

	/** Sets what happens between the grant and its answer. */
	public void onAnswer(Runnable action) {
		this.onAnswer = action;
	}

	public synchronized int calls() {
		return this.calls;
	}

	public synchronized int refusals() {
		return this.refusals;
	}

	public CrmServer server() {
		return this.server;
	}

	@Override
	public CrmReply answer(CrmRequest request) {
		CrmReply reply = grant(request);
		this.onAnswer.run();
		return reply;
	}

	private synchronized CrmReply grant(CrmRequest request) {
		this.calls++;
		String used = request.formField("refresh_token");
		int later = this.valid.size() - 1 - this.valid.indexOf(used);
		if (!this.valid.contains(used) || later > (this.graceful ? 1 : 0)) {
			this.valid.clear();
			this.refusals++;
			return CrmReply.json(400, Map.of("error", "invalid_grant"));
		}
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("access_token", "access-" + this.calls);
		if (this.rotating) {
			this.valid.add("refresh-" + this.calls);
			body.put("refresh_token", "refresh-" + this.calls);
		}
		if (this.lifetime != null) {
			body.put("expires_in", this.lifetime);
		}
		return CrmReply.json(200, body);
	}

	@Override
	public CrmReply rateLimited() {
		return CrmReply.json(429, Map.of());
	}

	@Override
	public void close() {
		this.opened.forEach(CrmApi::close);
		this.server.close();
	}

}
