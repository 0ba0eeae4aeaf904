package io.frontlineservice.crm.rest;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.sandbox.crm.CrmRequest;
import io.frontlineservice.sandbox.crm.CrmServer;
import io.frontlineservice.sandbox.crm.PretendCrm;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** A pretend API over HTTP, and adapters of it. Used by the tests of this package. */
final class RestSetup implements AutoCloseable {

	private final Map<String, Object> settings = new LinkedHashMap<>();

	private final List<RestApi> opened = new ArrayList<>();

	private final CrmServer server;

	RestSetup(PretendCrm api, String path) {
		this.server = CrmServer.start(api, 0);
		set("url", this.server.url() + path);
		set("calls-per-second", "1000");
	}

	CrmServer server() {
		return this.server;
	}

	/** Sets a setting below {@code frontline.crm.rest}. */
	RestSetup set(String name, String value) {
		this.settings.put(RestSettings.PREFIX + "." + name, value);
		return this;
	}

	RestSetup remove(String name) {
		this.settings.remove(RestSettings.PREFIX + "." + name);
		return this;
	}

	StandardEnvironment environment() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("pretend", this.settings));
		return environment;
	}

	List<Finding> findings() {
		return new RestVendor().findings(environment());
	}

	RestSettings bound() {
		return new Binder(new MapConfigurationPropertySource(this.settings)).bindOrCreate(RestSettings.PREFIX,
				RestSettings.class);
	}

	RestCrm crm() {
		return crm(new SimpleMeterRegistry());
	}

	RestCrm crm(SimpleMeterRegistry meters) {
		RestApi api = RestApi.open(bound(), meters);
		this.opened.add(api);
		return new RestCrm(bound(), api, new AddressReader("US"));
	}

	/** Returns the requests since the last call, each as its method, path and query. */
	List<String> requests() {
		List<CrmRequest> requests = this.server.requests();
		this.server.forgetRequests();
		return requests.stream()
			.map((it) -> it.method() + " " + it.path() + (it.query().isEmpty() ? "" : "?" + it.query()))
			.toList();
	}

	@Override
	public void close() {
		this.opened.forEach(RestApi::close);
		this.server.close();
	}

}
