exports.record = async (event) => {
  await event;
};
