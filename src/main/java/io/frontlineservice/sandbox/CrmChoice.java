package io.frontlineservice.sandbox;

import io.frontlineservice.sandbox.crm.CrmServer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Says where the sandbox's customers come from, and whether the page may change that.
 * Called by the page's controllers. Immutable.
 */
@Component
@OnlyWithPretendTwilio
public final class CrmChoice {

	private final @Nullable CrmSource current;

	private final @Nullable String obstacle;

	CrmChoice(Environment environment, TargetSettings target, ObjectProvider<CrmServer> pretendCrm) {
		String adapter = SandboxCrm.adapter(environment);
		boolean pretend = pretendCrm.getIfAvailable() != null;
		this.current = CrmSource.of(adapter).filter((it) -> pretend || it == CrmSource.FILE).orElse(null);
		this.obstacle = target.isSet() ? "The page calls another server, which has its own customers."
				: obstacle(environment, adapter, this.current);
	}

	private static @Nullable String obstacle(Environment environment, String adapter, @Nullable CrmSource current) {
		// The settings of the pretend CRM that runs are those of the sandbox.
		for (CrmSource vendor : CrmSource.values()) {
			if (vendor != CrmSource.FILE && vendor != current && SandboxCrm.isSet(environment, vendor.adapter())) {
				return "You have set your own account under frontline.crm." + vendor.adapter()
						+ ". Without it, you can choose here.";
			}
		}
		return (current != null) ? null
				: "You have set frontline.crm.adapter to " + adapter + ". Without it, you can choose here.";
	}

	/** Returns the current source; null if it is a CRM of the user. */
	public @Nullable CrmSource current() {
		return this.current;
	}

	/** Returns why the page may not choose another source; null if it may. */
	public @Nullable String obstacle() {
		return this.obstacle;
	}

}
