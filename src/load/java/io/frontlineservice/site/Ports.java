package io.frontlineservice.site;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Two free ports below the range for outgoing connections, so that they are still free
 * when the instance restarts.
 */
record Ports(int service, int management) {

	static Ports free() {
		int service = one();
		int management = one();
		while (management == service) {
			management = one();
		}
		return new Ports(service, management);
	}

	private static int one() {
		while (true) {
			int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
			try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
				return socket.getLocalPort();
			}
			catch (IOException ex) {
				// The port is in use: try another one.
			}
		}
	}

}
