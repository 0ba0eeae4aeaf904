package io.frontlineservice.sandbox;

import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingsCheck;
import io.frontlineservice.sandbox.pretend.account.Callback;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Checks that the sandbox calls only servers on this machine or on allowed hosts, because
 * a user of the page controls what it posts.
 */
final class TargetCheck implements Check {

	private static final String PREFIX = "sandbox.target";

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(TargetSettings.class).findings(environment));
		if (!findings.isEmpty()) {
			return findings;
		}
		TargetSettings target = Binder.get(environment).bindOrCreate(PREFIX, TargetSettings.class);
		List<URI> urls = Arrays.stream(Callback.values()).map(target::urlOf).filter(Objects::nonNull).toList();
		if (!urls.isEmpty() && !target.isSet()) {
			findings.add(new Finding(PREFIX + ".auth-token",
					"is missing: set it to the auth token that the other server uses to verify signatures"));
		}
		if (urls.isEmpty() && target.isSet()) {
			findings.add(new Finding(PREFIX + ".crm-url",
					"is missing: set it and the other URLs to the callbacks of the other server"));
		}
		urls.stream()
			.filter((url) -> !isAllowed(url, target.allowedHosts()))
			.forEach((url) -> findings
				.add(new Finding(PREFIX, "has a URL that is neither http(s) on this machine nor on a host in " + PREFIX
						+ ".allowed-hosts")));
		return findings;
	}

	private static boolean isAllowed(URI url, List<String> allowedHosts) {
		String host = url.getHost();
		return Set.of("http", "https").contains(String.valueOf(url.getScheme())) && host != null
				&& url.getUserInfo() == null && (LOOPBACK.contains(host) || allowedHosts.contains(host));
	}

}
