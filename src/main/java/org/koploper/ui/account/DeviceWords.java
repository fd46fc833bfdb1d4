package org.koploper.ui.account;

import com.vaadin.flow.component.Component;
import org.koploper.access.Device;

/** What people call a device. */
final class DeviceWords {

    private DeviceWords() {}

    static String of(Device device, Component here) {
        String browser = device.browser().isEmpty() ? here.getTranslation("sessions.some-browser") : device.browser();
        return device.system().isEmpty() ? browser : here.getTranslation("sessions.device", browser, device.system());
    }
}
